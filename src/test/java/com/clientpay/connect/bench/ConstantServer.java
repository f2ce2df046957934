package com.clientpay.connect.bench;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.HttpServer;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The connector's web server with one route, which answers so many bytes without a look at anything: the limit of GET
 * requests. Arguments: port, bytes. Prints READY, and ends with its standard input.
 */
final class ConstantServer {
    private ConstantServer() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        String body = "x".repeat(Integer.parseInt(arguments[1]));
        ConnectConfig.Server config =
                new ConnectConfig.Server("127.0.0.1", port, port + 1, List.of(), List.of(), 50, Duration.ofSeconds(10));
        ConnectConfig.Tls plain = new ConnectConfig.Tls(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
        try (HttpServer server = new HttpServer(
                config,
                plain,
                List.of(Route.open("GET", "/v1/constant", exchange -> Answer.text("application/json", body))),
                (authorization, address, loopback) ->
                        new Caller("bench", EnumSet.allOf(Scope.class), address, loopback),
                request -> {})) {
            server.start();
            System.out.println("READY");
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }
}
