package com.clientpay.connect.http;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * The answers that Jetty makes by itself, for what is no valid HTTP or while stopping: problems too, as all others. Jetty
 * ends the connection after most of them, so they say so: a client that is not told would send its next request into it.
 */
final class ErrorAnswers implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        RequestTrace trace = RequestTrace.of(request);
        Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        boolean unexpected = !(failure instanceof HttpException
                || failure instanceof IOException
                || failure instanceof TimeoutException);
        Problem problem = failure instanceof Throwable thrown && unexpected
                ? Problems.of(thrown, trace.requestId())
                : Problems.ofStatus(response.getStatus(), trace.requestId());
        trace.failedWith(problem.code());
        Answer answer = Answer.problem(problem, trace.requestId()).header("Connection", "close");
        AnswerWriter.write(answer, request, response, callback);
        return true;
    }
}
