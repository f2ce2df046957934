package com.clientpay.connect.diagnostics.bundle;

/**
 * One file of the bundle.
 *
 * @param file its name in the zip
 * @param holds what it holds, in a few words, for whoever decides whether to send it
 * @param work makes it
 */
public record BundleJob(String file, String holds, Work work) {

    /** Makes the content, all of it through the allow list. */
    @FunctionalInterface
    public interface Work {
        /** @throws Exception when there is nothing to put in; its message says why and passes through the allow list too */
        String content() throws Exception;
    }
}
