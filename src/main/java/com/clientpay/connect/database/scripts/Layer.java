package com.clientpay.connect.database.scripts;

/** The parts of a script set, in the order in which they run. */
public enum Layer {
    /** The connector's own tables. */
    TABLES("core/1-tables"),
    /** The mapping of one matter management system. */
    SYSTEM("systems/"),
    /** Helpers over that mapping. */
    INTERNAL("core/2-internal"),
    /** What the connector calls. */
    PROCEDURES("core/3-procedures"),
    /** States that the installation is complete. */
    FINISH("core/4-finish");

    private final String folder;

    Layer(String folder) {
        this.folder = folder;
    }

    /** Below {@code sql/sqlserver}. */
    String folder(String system) {
        return this == SYSTEM ? folder + system : folder;
    }

    static Layer of(String scriptName) {
        for (Layer layer : values()) {
            if (scriptName.startsWith(layer.folder)) {
                return layer;
            }
        }
        throw new IllegalArgumentException(scriptName + " belongs to no part of a script set.");
    }
}
