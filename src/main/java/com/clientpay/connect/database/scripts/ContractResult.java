package com.clientpay.connect.database.scripts;

import java.util.List;

/**
 * How the procedures compare with the contract.
 *
 * @param differences one sentence each; none when all is right
 * @param executed the procedures that were executed, and rolled back, because the server could not describe what they answer
 */
public record ContractResult(List<String> differences, List<String> executed) {}
