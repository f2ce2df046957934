package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigFile;
import com.clientpay.connect.config.LoadedConfig;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}: which configuration a command works with. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; else CONNECT_CONFIG, else conf/connect.toml in the data folder, which is"
                    + " this program's folder unless it was installed on Windows.")
    private Path file;

    /** The file that holds: the option, else the environment's, else the data folder's. */
    Path file() {
        return Optional.ofNullable(file)
                .or(() -> Optional.ofNullable(System.getenv("CONNECT_CONFIG"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of))
                .orElseGet(Home::configuration);
    }

    /** @throws CommandFailed with every mistake in it */
    LoadedConfig load() {
        try {
            return read();
        } catch (ConfigException e) {
            int mistakes = e.mistakes().size();
            throw new CommandFailed(e.getMessage() + "\n"
                    + (mistakes == 1
                            ? "The configuration has a mistake."
                            : "The configuration has " + mistakes + " mistakes.")
                    + " Correct it and repeat the command.");
        }
    }

    LoadedConfig read() throws ConfigException {
        return ConfigFile.load(file(), System.getenv(), Platforms.current().secrets(file()));
    }
}
