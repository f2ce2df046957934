package com.clientpay.connect.diagnostics.bundle;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of classes and lines of stacks are let through when there is such a class with such a method: then they are code. */
final class KnownClasses {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:[.$][A-Za-z_][A-Za-z0-9_]*){0,15}");
    private static final Pattern FRAME = Pattern.compile(
            "\t\tat (?:(?:java|jdk)[a-z0-9.]{1,40}(?:@[0-9][0-9.+_-]{0,30})?/|app//)?([A-Za-z_][A-Za-z0-9_.$]{0,200}?)(\\$\\$Lambda[0-9a-fx/$]{0,40})?\\.([A-Za-z_<>$0-9]{1,120})"
                    + "\\((?:([A-Za-z0-9_$]{1,80})\\.java(?::[0-9]{1,6})?|Native Method|Unknown Source)\\)");
    private static final Set<String> PACKAGES = Set.of(
            "java.lang.",
            "java.io.",
            "java.net.",
            "java.nio.file.",
            "java.nio.charset.",
            "java.security.",
            "java.sql.",
            "java.util.concurrent.",
            "javax.net.ssl.");

    private static final Set<String> FUNCTIONS =
            Set.of("accept", "apply", "call", "content", "execute", "get", "handle", "invoke", "look", "run", "test");

    private final Map<String, Set<String>> methods = new ConcurrentHashMap<>();

    /** Whether it is the name of a class, with its package, or without for those of the Java library that everybody knows. */
    boolean isClass(String name) {
        if (!NAME.matcher(name).matches()) {
            return false;
        }
        return name.contains(".")
                ? !methods(name).isEmpty()
                : PACKAGES.stream().anyMatch(prefix -> !methods(prefix + name).isEmpty());
    }

    /** Whether it is a line of a stack whose class, method and file there are. */
    boolean isFrame(String line) {
        Matcher frame = FRAME.matcher(line);
        return frame.matches()
                && isMethod(frame.group(1), frame.group(3), frame.group(2) != null)
                && (frame.group(4) == null || outermost(frame.group(1)).equals(frame.group(4)));
    }

    /** A lambda's own method is that of the interface which it stands for. */
    private boolean isMethod(String type, String method, boolean lambda) {
        Set<String> found = methods(type);
        return lambda ? !found.isEmpty() && FUNCTIONS.contains(method) : found.contains(method);
    }

    private static String outermost(String name) {
        return name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }

    /** The names of its methods and initializers; none when there is no such class. */
    private Set<String> methods(String name) {
        return methods.computeIfAbsent(name, KnownClasses::load);
    }

    private static Set<String> load(String name) {
        try {
            Class<?> found = Class.forName(name, false, KnownClasses.class.getClassLoader());
            return Stream.concat(
                            Stream.of("<init>", "<clinit>"),
                            Stream.of(found.getDeclaredMethods()).map(Method::getName))
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException | LinkageError e) {
            return Set.of();
        }
    }
}
