package com.clientpay.connect.http;

import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param path a template such as {@code /v1/invoices/{id}}; a fixed path wins over a template
 * @param access who may call it
 */
public record Route(String method, String path, Access access, Handler handler) {

    /** Turns a request into an answer; throws {@link ProblemException} for every refusal. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Exchange exchange);
    }

    /**
     * Who may call a route: with {@code scope} empty anybody; else a key that has it. {@code loopbackOnly} routes do not
     * exist on the public listener; {@code loopbackOpen} ones need no key on the loopback listener.
     */
    public record Access(Optional<Scope> scope, boolean loopbackOnly, boolean loopbackOpen) {}

    public static Route open(String method, String path, Handler handler) {
        return new Route(method, path, new Access(Optional.empty(), false, false), handler);
    }

    public static Route scoped(Scope scope, String method, String path, Handler handler) {
        return new Route(method, path, new Access(Optional.of(scope), false, false), handler);
    }

    /** Scope admin, on the loopback listener only. */
    public static Route admin(String method, String path, Handler handler) {
        return new Route(method, path, new Access(Optional.of(Scope.ADMIN), true, false), handler);
    }
}
