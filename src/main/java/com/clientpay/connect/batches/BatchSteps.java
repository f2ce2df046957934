package com.clientpay.connect.batches;

/** Told about each step of bringing a file into the folder. For tests that stop there, as a crash would. */
@FunctionalInterface
interface BatchSteps {
    /** What has just been done. */
    enum Step {
        /** The batch is sealed in the database. */
        SEALED,
        /** The temporary file is complete and flushed. */
        TEMPORARY,
        /** WRITING is committed. */
        WRITING,
        /** The temporary file bears the mark of one that is being given its name. */
        MARKED,
        /** It has its name. */
        NAMED,
        /** Its temporary name is gone. */
        PUBLISHED,
        /** WRITTEN is committed. */
        WRITTEN
    }

    /** Tells nobody. */
    BatchSteps NONE = step -> {};

    void done(Step step);
}
