/**
 * The support bundle. What goes into it is on an allow list: texts pass through {@link KnownText}, log files through
 * {@link LogLines}; nothing else that somebody wrote is put in.
 */
package com.clientpay.connect.diagnostics.bundle;
