package com.clientpay.connect.console;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Query;
import com.clientpay.connect.http.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /console} with its files, and how a browser comes by a session: a key of scope admin asks for a link, the link
 * signs one browser in. All of it on the loopback listener only.
 */
public final class ConsoleRoutes {
    private static final int TOKEN_LENGTH = 43;
    private static final int USER_LENGTH = 64;

    private final SignInLinks links;
    private final Sessions sessions;
    private final String locale;
    private final ConsoleFiles files = new ConsoleFiles();

    public ConsoleRoutes(Clock clock, ConnectConfig.Console settings) {
        this.locale = settings.locale();
        this.links = new SignInLinks(clock);
        this.sessions = new Sessions(clock);
    }

    public List<Route> routes() {
        return List.of(
                open("/console", this::page),
                open("/console/sign-in", this::signIn),
                open("/console/{file}", this::file),
                Route.admin("POST", "/v1/admin/console-links", this::makeLink),
                Route.admin("GET", "/v1/admin/console-session", this::getSession),
                Route.admin("DELETE", "/v1/admin/console-session", this::endSession));
    }

    private static Route open(String path, Route.Handler handler) {
        return new Route("GET", path, new Route.Access(Optional.empty(), true, true), handler);
    }

    /** The session that the request's cookie names. */
    Optional<Session> session(Map<String, List<String>> headers) {
        return SessionCookie.id(headers).flatMap(sessions::use);
    }

    void end(Session session) {
        sessions.end(session.id());
    }

    private Answer page(Exchange exchange) {
        exchange.withoutQuery();
        return files.answer(ConsoleFiles.PAGE).orElseThrow();
    }

    private Answer file(Exchange exchange) {
        exchange.withoutQuery();
        String name = exchange.path("file");
        return files.answer(name)
                .orElseThrow(() -> Problem.of(404, "not-found", "Not found", "The console has no such file.")
                        .asException());
    }

    /**
     * @param path to open in a browser on this machine, under the loopback listener's address; works once
     * @param expiresAt the first instant at which it no longer works
     */
    private record NewLink(String path, Instant expiresAt) {}

    private Answer makeLink(Exchange exchange) {
        exchange.withoutQuery();
        JsonObject body = exchange.json();
        Optional<String> user = body.text("user", 1, USER_LENGTH)
                .flatMap(
                        text -> text.contains(" ") ? body.wrong("user", "must not contain blanks") : Optional.of(text));
        body.check();
        SignInLinks.Link link = links.make(new Session.Holder(exchange.caller().name(), user));
        AuditLog.write(
                Caller.actor(exchange.caller().name(), user),
                "console-link-made",
                exchange.caller().name(),
                "");
        return Answer.json(201, new NewLink("/console/sign-in?token=" + link.token(), link.expiresAt()));
    }

    /** Leads to the page, which says so when the link did not work. */
    private Answer signIn(Exchange exchange) {
        Query query = exchange.query();
        Optional<String> token = query.text("token", TOKEN_LENGTH);
        query.check();
        Optional<Session.Holder> holder = token.flatMap(links::use);
        if (holder.isEmpty()) {
            return redirect("/console#/signed-out/link");
        }
        Session session = sessions.begin(holder.get());
        String key = holder.get().keyName();
        AuditLog.write(Caller.actor(key, holder.get().user()), "console-signed-in", key, "");
        return redirect("/console").header("Set-Cookie", SessionCookie.of(exchange.headers(), session));
    }

    private static Answer redirect(String location) {
        return new Answer(
                303,
                Map.of("Location", location, "Cache-Control", "no-store", "Referrer-Policy", "no-referrer"),
                new Answer.Empty());
    }

    /**
     * @param key the name of the key that it stands for
     * @param user who it is, where several share the key
     * @param endsAt when it ends although it is in use
     * @param idleSeconds how long it lasts without a request
     * @param locale in whose manner the page writes dates and amounts
     */
    private record ShownSession(
            String key,
            Optional<String> user,
            List<String> scopes,
            String csrfToken,
            Instant endsAt,
            long idleSeconds,
            String locale) {}

    private Answer getSession(Exchange exchange) {
        exchange.withoutQuery();
        Session session = session(exchange.headers()).orElseThrow(ConsoleRoutes::noSession);
        return Answer.ok(new ShownSession(
                session.holder().keyName(),
                session.holder().user(),
                exchange.caller().scopes().stream()
                        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                session.csrfToken(),
                Sessions.endOf(session),
                Sessions.IDLE.toSeconds(),
                locale));
    }

    private Answer endSession(Exchange exchange) {
        exchange.withoutQuery();
        end(session(exchange.headers()).orElseThrow(ConsoleRoutes::noSession));
        return Answer.noContent().header("Set-Cookie", SessionCookie.none(exchange.headers()));
    }

    private static ProblemException noSession() {
        return Problem.of(
                        404,
                        "not-found",
                        "Not found",
                        "This request was made with a key and has no session of the console.")
                .asException();
    }
}
