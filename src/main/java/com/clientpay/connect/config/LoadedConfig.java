package com.clientpay.connect.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A configuration without mistakes.
 *
 * @param file where it was read from
 * @param home the folder that relative paths count from: the parent of the file's folder
 * @param effective every setting with the value that holds and where it came from
 * @param warnings what is allowed but worth a second look, as sentences
 */
public record LoadedConfig(
        ConnectConfig config, Path file, Path home, EffectiveConfig effective, List<String> warnings) {}
