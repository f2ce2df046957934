/**
 * What Windows does for the connector: services, rights on folders, DPAPI, the Event Log, the registry. JNA is loaded when a
 * class here first calls Windows, so never elsewhere; what can be told without Windows (formats, messages) is kept apart from
 * those calls, behind small interfaces with a portable answer.
 */
package com.clientpay.connect.windows;
