package com.clientpay.connect.cli;

import com.clientpay.connect.platform.ThisSystem;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the process begins: runs the command that the arguments name and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // A POST whose connection breaks is repeated by the caller, who knows its key; never by the JDK.
        System.setProperty("sun.net.http.retryPost", "false");
        CommandLine line =
                Commands.line(arguments).setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
        int code = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        System.exit(code);
    }

    /** UTF-8, except on a Windows console, which says itself what it shows. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        Console console = ThisSystem.isWindows() ? System.console() : null;
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
    }
}
