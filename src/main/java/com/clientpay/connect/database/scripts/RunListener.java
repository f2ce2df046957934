package com.clientpay.connect.database.scripts;

/** Hears how far a run of scripts is. */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {
        @Override
        public void begins(Script script, int number, int total) {}

        @Override
        public void says(Script script, String message) {}
    };

    /** @param number from 1 */
    void begins(Script script, int number, int total);

    /** What the script prints. */
    void says(Script script, String message);
}
