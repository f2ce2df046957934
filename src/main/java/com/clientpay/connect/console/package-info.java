/**
 * The console: a page that the connector serves to a browser on this machine. It calls the described API as every other
 * caller does, with a session in place of a key.
 */
package com.clientpay.connect.console;
