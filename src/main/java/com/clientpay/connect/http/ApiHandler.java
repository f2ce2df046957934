package com.clientpay.connect.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * The way of a request: the caller's address, the route, the key, its scope, the body, its turn, the route's handler. The
 * first that refuses decides the answer, so a caller without a key learns nothing about bodies, and no body is read for
 * nothing. Callers on this machine, and routes that need no key, wait for no turn.
 */
final class ApiHandler extends Handler.Abstract {
    private final Router publicRoutes;
    private final Router loopbackRoutes;
    private final Authenticator authenticator;
    private final CallerAddress callerAddress;
    private final AddressSet allowedAddresses;
    private final Listeners listeners;
    private final Duration longestBody;
    private final Turns turns;
    private final BodyMemory bodies = new BodyMemory();

    /** Tells by which listener a request came. */
    @FunctionalInterface
    interface Listeners {
        boolean isLoopback(Request request);
    }

    ApiHandler(
            List<Route> routes,
            Authenticator authenticator,
            CallerAddress callerAddress,
            AddressSet allowedAddresses,
            Listeners listeners,
            Duration longestBody,
            Turns turns) {
        this.publicRoutes = new Router(
                routes.stream().filter(route -> !route.access().loopbackOnly()).toList());
        this.loopbackRoutes = new Router(routes);
        this.authenticator = authenticator;
        this.callerAddress = callerAddress;
        this.allowedAddresses = allowedAddresses;
        this.listeners = listeners;
        this.longestBody = longestBody;
        this.turns = turns;
    }

    /** A request that may be answered: what is left is its body, and the route's handler. */
    private record Admitted(Route route, Caller caller, Map<String, String> values, Map<String, List<String>> headers) {
        boolean waitsForTurn() {
            return !caller.loopback() && route.access().scope().isPresent();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestTrace trace = RequestTrace.of(request);
        MDC.put("requestId", trace.requestId());
        try {
            Admitted admitted = admit(request, trace);
            body(request).whenComplete((body, failure) -> {
                Sender sender = new Sender(request, response, callback, trace);
                if (failure != null) {
                    sender.send(() -> failed(failure, trace));
                } else if (admitted.waitsForTurn()) {
                    inTurn(sender, body.length, () -> answer(request, trace, admitted, body));
                } else {
                    sender.send(() -> answer(request, trace, admitted, body));
                }
            });
        } catch (RuntimeException | StackOverflowError e) {
            AnswerWriter.write(failed(e, trace), request, response, callback);
        } finally {
            MDC.remove("requestId");
        }
        return true;
    }

    /** @param held bytes that the request holds while it waits */
    private void inTurn(Sender sender, int held, Supplier<Answer> answer) {
        try {
            bodies.take(held);
        } catch (ProblemException e) {
            sender.send(() -> failed(e, sender.trace()));
            return;
        }
        turns.take(
                () -> {
                    bodies.giveBack(held);
                    sender.send(answer);
                },
                () -> {
                    bodies.giveBack(held);
                    sender.send(() -> failed(Problems.noTurn().asException(), sender.trace()));
                });
    }

    /** Makes an answer and puts it on the wire, in whichever thread. */
    private record Sender(Request request, Response response, Callback callback, RequestTrace trace) {
        void send(Supplier<Answer> answer) {
            MDC.put("requestId", trace.requestId());
            try {
                AnswerWriter.write(answer.get(), request, response, callback);
            } catch (RuntimeException | Error e) {
                callback.failed(e);
                throw e;
            } finally {
                MDC.remove("requestId");
            }
        }
    }

    private Answer answer(Request request, RequestTrace trace, Admitted admitted, byte[] body) {
        try {
            Map<String, List<String>> parameters =
                    RequestTarget.parameters(request.getHttpURI().getQuery());
            return admitted.route()
                    .handler()
                    .handle(new Exchange(
                            trace.requestId(),
                            admitted.caller(),
                            admitted.values(),
                            parameters,
                            admitted.headers(),
                            body));
        } catch (RuntimeException | StackOverflowError e) {
            return failed(e, trace);
        }
    }

    private static Answer failed(Throwable failure, RequestTrace trace) {
        Problem problem = Problems.of(failure, trace.requestId());
        trace.failedWith(problem.code());
        return Answer.problem(problem, trace.requestId());
    }

    private Admitted admit(Request request, RequestTrace trace) {
        boolean loopback = listeners.isLoopback(request);
        InetAddress address = callerAddress.of(request);
        trace.calledFrom(address.getHostAddress());
        if (!loopback && !allowedAddresses.isEmpty() && !allowedAddresses.contains(address)) {
            throw Problem.of(
                            403,
                            "address-not-allowed",
                            "Address not allowed",
                            "Calls from " + address.getHostAddress() + " are not allowed. The firm's IT can add it to"
                                    + " server.allowed_addresses.")
                    .asException();
        }
        if (loopback) {
            LoopbackHost.require(request);
        }
        Router.Found found = (loopback ? loopbackRoutes : publicRoutes)
                .find(RequestTarget.segments(request.getHttpURI().getPath()))
                .orElseThrow(() -> Problems.noSuchPath().asException());
        trace.matched(found.resource().path());
        Route route = found.route(request.getMethod());
        Map<String, List<String>> headers = headers(request);
        Caller caller = caller(route, headers, address, loopback);
        trace.calledBy(caller.name());
        route.access().scope().ifPresent(scope -> checkScope(route.access(), scope, caller));
        return new Admitted(route, caller, found.values(), headers);
    }

    private Caller caller(Route route, Map<String, List<String>> headers, InetAddress from, boolean loopback) {
        String address = from.getHostAddress();
        if (route.access().scope().isEmpty() || isOpen(route.access(), loopback)) {
            return Caller.anonymous(address, loopback);
        }
        Optional<String> authorization =
                headers.getOrDefault("authorization", List.of()).stream().findFirst();
        Optional<Caller> session = loopback && authorization.isEmpty()
                ? authenticator.session(route.method(), headers, address)
                : Optional.empty();
        return session.orElseGet(() -> authenticator.authenticate(authorization, address, loopback));
    }

    private static void checkScope(Route.Access access, Scope scope, Caller caller) {
        if (!isOpen(access, caller.loopback()) && !caller.scopes().contains(scope)) {
            throw Problem.of(
                            403,
                            "forbidden",
                            "Not allowed",
                            "The key " + caller.name() + " does not have the scope "
                                    + scope.name().toLowerCase(Locale.ROOT) + ".")
                    .asException();
        }
    }

    private static boolean isOpen(Route.Access access, boolean loopback) {
        return loopback && access.loopbackOpen();
    }

    /** GET and HEAD have no body: what is sent as one means nothing (RFC 9110, 9.3.1) and is thrown away. */
    private CompletableFuture<byte[]> body(Request request) {
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        return reads || !RequestBody.isAnnounced(request)
                ? CompletableFuture.completedFuture(new byte[0])
                : RequestBody.read(request, longestBody, bodies);
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.computeIfAbsent(field.getLowerCaseName(), any -> new ArrayList<>(1))
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        return headers;
    }
}
