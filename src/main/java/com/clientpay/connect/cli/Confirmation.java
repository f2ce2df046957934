package com.clientpay.connect.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Asks the person at the terminal before something is done. */
final class Confirmation {
    private Confirmation() {}

    /** Whether the answer is yes, or y; no answer at all, as where nobody sits at the input, is no. */
    static boolean ask(PrintWriter out, InputStream in, String question) {
        out.print(question + " [yes/no] ");
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())).readLine();
            if (answer == null) {
                out.println();
            }
            return answer != null && answer.strip().matches("(?i)y|yes");
        } catch (IOException e) {
            return false;
        }
    }
}
