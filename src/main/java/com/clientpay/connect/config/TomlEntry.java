package com.clientpay.connect.config;

import tools.jackson.databind.JsonNode;

/**
 * One key of a TOML file.
 *
 * @param name with its section: {@code server.port}
 * @param line from 1
 */
record TomlEntry(String name, JsonNode value, int line) {}
