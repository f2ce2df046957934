/**
 * What Windows does for the connector: DPAPI, the Event Log, the registry. JNA is loaded when a class here first calls
 * Windows, so never elsewhere; what can be told without Windows (formats, messages) is kept apart from those calls.
 */
package com.clientpay.connect.windows;
