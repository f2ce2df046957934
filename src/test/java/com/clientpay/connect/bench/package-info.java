/**
 * Benchmarks: {@code mvn -Pbench verify}. Figures are ratios of one run, from repetitions that take turns, since machines are
 * noisy; what loads and what is loaded are processes of their own.
 */
package com.clientpay.connect.bench;
