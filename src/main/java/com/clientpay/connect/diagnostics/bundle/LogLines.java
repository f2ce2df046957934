package com.clientpay.connect.diagnostics.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Log lines as they may leave the firm: time, level, request id and logger; of the message what {@link KnownText} lets
 * through; of a request its method, the route instead of the path, and its figures; of an audit entry who by kind and what; of
 * a stack trace the classes and lines. A line of another shape is withheld.
 */
public final class LogLines {
    private static final Pattern LINE = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,12}Z) (ERROR|WARN|INFO|DEBUG) {1,2}\\[([0-9a-f]{16}|-)] ([A-Za-z]\\w{0,60}): (.*)");
    private static final Pattern REQUEST = Pattern.compile("([A-Z]{3,7}) (\\S*) ([0-9]{1,3}) ([0-9]{1,9}) ms"
            + " key=(-|[a-z0-9-]{1,32}) from=([0-9a-fA-F.:]{2,45}) id=([0-9a-f]{16}) problem=([a-z-]{1,40})");
    private static final Pattern AUDIT = Pattern.compile(
            "(key:[a-z0-9-]{1,32}:|key:[a-z0-9-]{1,32}|cli:|connector)(\\S*) ([a-z]+(?:-[a-z]+){1,5}) (\\S*) ?(.*)");
    private static final Pattern THROWN = Pattern.compile("\t(caused by )?([A-Za-z_$][A-Za-z0-9_.$]{0,200})(: .*)?");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final KnownText known;
    private final List<List<String>> routes;

    /** @param routes the templates of all paths, such as {@code /v1/invoices/{id}} */
    public LogLines(KnownText known, List<String> routes) {
        this.known = known;
        this.routes = routes.stream().map(route -> List.of(route.split("/"))).toList();
    }

    /** Each line as it may leave, in the same order. */
    public List<String> safe(List<String> lines) {
        List<String> safe = new ArrayList<>();
        lines.forEach(line -> safe.add(safe(line)));
        return safe;
    }

    private String safe(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            String logger = matcher.group(4);
            String message = matcher.group(5);
            String said = logger.equals("request")
                    ? request(message)
                    : logger.equals("audit") ? audit(message) : known.line(message);
            return line.substring(0, matcher.start(4)) + (known.isLogger(logger) ? logger : KnownText.WITHHELD) + ": "
                    + said;
        }
        if (known.isFrame(line)) {
            return line;
        }
        Matcher thrown = THROWN.matcher(line);
        if (thrown.matches()) {
            String message = thrown.group(3) == null
                    ? ""
                    : ": " + known.line(thrown.group(3).substring(2));
            return "\t" + (thrown.group(1) == null ? "" : thrown.group(1)) + known.value(thrown.group(2)) + message;
        }
        return KnownText.WITHHELD;
    }

    private String request(String message) {
        Matcher matcher = REQUEST.matcher(message);
        if (!matcher.matches()) {
            return KnownText.WITHHELD;
        }
        String method = METHODS.contains(matcher.group(1)) ? matcher.group(1) : "other";
        return method + " " + route(matcher.group(2)) + " " + matcher.group(3) + " " + matcher.group(4) + " ms key="
                + matcher.group(5) + " from=" + matcher.group(6) + " id=" + matcher.group(7) + " problem="
                + matcher.group(8);
    }

    private String route(String path) {
        List<String> segments = List.of(path.split("/"));
        return routes.stream()
                .filter(route -> fits(route, segments))
                .min((one, other) -> Long.compare(holes(one), holes(other)))
                .map(route -> String.join("/", route))
                .orElse(KnownText.WITHHELD);
    }

    private static boolean fits(List<String> route, List<String> segments) {
        if (route.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < route.size(); i++) {
            if (!isHole(route.get(i)) && !route.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long holes(List<String> route) {
        return route.stream().filter(LogLines::isHole).count();
    }

    private static boolean isHole(String segment) {
        return segment.startsWith("{");
    }

    private String audit(String message) {
        Matcher matcher = AUDIT.matcher(message);
        if (!matcher.matches()) {
            return KnownText.WITHHELD;
        }
        StringBuilder text = new StringBuilder(matcher.group(1))
                .append(matcher.group(2).isEmpty() ? "" : KnownText.WITHHELD)
                .append(' ')
                .append(matcher.group(3))
                .append(' ')
                .append(known.value(matcher.group(4)));
        for (String detail : matcher.group(5).split(" ")) {
            int equals = detail.indexOf('=');
            text.append(' ')
                    .append(
                            equals > 0 && detail.substring(0, equals).matches("status|version|from|sha256")
                                    ? detail.substring(0, equals + 1) + known.value(detail.substring(equals + 1))
                                    : known.value(detail));
        }
        return text.toString().stripTrailing();
    }
}
