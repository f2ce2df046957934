package com.clientpay.connect.process;

import java.io.IOException;

/** What a process can be sent beside the two signals that Java knows. */
enum Signal {
    STOP,
    CONT;

    void send(Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("kill -" + name() + " failed");
        }
    }
}
