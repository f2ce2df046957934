package com.clientpay.connect.database.scripts;

import java.time.Instant;

/**
 * One row of the table ScriptHistory: a script that has run.
 *
 * @param version the version of ClientPay Connect that it came with
 * @param sha256 that of its text then
 * @param at by the database's clock
 * @param by the login that ran it
 * @param from the machine, and what ran it there
 */
public record AppliedScript(String name, String version, String sha256, Instant at, String by, String from) {}
