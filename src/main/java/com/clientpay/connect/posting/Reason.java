package com.clientpay.connect.posting;

import java.util.Optional;

/**
 * Why a posting is INCOMPLETE.
 *
 * @param code stable, such as {@code over-balance}
 * @param detail a sentence for the person who repairs it
 * @param allocation the index of the allocation it is about; empty: the posting as a whole
 */
public record Reason(String code, String detail, Optional<Long> allocation) {}
