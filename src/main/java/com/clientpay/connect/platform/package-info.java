/**
 * What the operating system does for the connector, as small interfaces. Each has a portable implementation here; those of
 * Windows are in {@code com.clientpay.connect.windows}.
 */
package com.clientpay.connect.platform;
