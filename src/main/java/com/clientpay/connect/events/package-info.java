/** Watches the connector's parts and reports what administrators must know to the system's event log. */
package com.clientpay.connect.events;
