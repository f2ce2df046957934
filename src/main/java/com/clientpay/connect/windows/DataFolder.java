package com.clientpay.connect.windows;

import com.clientpay.connect.platform.ThisSystem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/**
 * The folder of configuration and logs under ProgramData, where every user of the machine may make folders. So somebody
 * could have made ours before us, with files of theirs in it or as a way to elsewhere: a folder that SYSTEM or the
 * administrators do not own, and one that leads elsewhere, is refused and not repaired.
 */
public final class DataFolder {
    static final String SYSTEM = "S-1-5-18";
    static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final Set<String> TRUSTED = Set.of(SYSTEM, ADMINISTRATORS);

    private final Path folder;
    private final FolderSecurity security;

    private final Path program;

    DataFolder(Path folder, Path program, FolderSecurity security) {
        this.folder = folder;
        this.program = program;
        this.security = security;
    }

    /**
     * @param program the folder of the program, where only administrators write
     * @throws WindowsException elsewhere than on Windows
     */
    public static DataFolder at(Path folder, Path program) {
        if (!ThisSystem.isWindows()) {
            throw WindowsException.elsewhere("The commands of connect windows");
        }
        return new DataFolder(folder.toAbsolutePath(), program.toAbsolutePath(), new WindowsFolderSecurity());
    }

    /** The folder's parts, by which the connector knows them. */
    public Path configuration() {
        return folder.resolve("conf");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /**
     * Makes the folder with conf and logs in it, or sets the rights of those that are there again.
     *
     * @return whether it is known who made those that were there; not so where owners are not kept, as by Wine
     * @throws WindowsException when one of them is not trusted; nothing was changed then
     */
    public boolean prepare() {
        boolean ownersAreKept = ownersAreKept();
        for (Path path : new Path[] {folder, configuration(), logs()}) {
            refuseUntrusted(path, ownersAreKept);
        }
        ensure(folder, rights());
        ensure(configuration(), configurationRights());
        ensure(logs(), logRights());
        closeFiles();
        return ownersAreKept;
    }

    /** Tried where nobody else can interfere. */
    private boolean ownersAreKept() {
        Path probe = program.resolve("owner-probe-" + Long.toHexString(System.nanoTime()));
        security.create(probe, "O:BAD:P(A;;FA;;;SY)(A;;FA;;;BA)");
        try {
            return TRUSTED.contains(security.owner(probe));
        } finally {
            delete(probe);
        }
    }

    private static void delete(Path probe) {
        try {
            Files.deleteIfExists(probe);
        } catch (IOException e) {
            throw new WindowsException(probe + " cannot be deleted: " + e.getMessage(), e);
        }
    }

    /** Makes a file that was written into conf like those that were made there: it may have brought rights of its own. */
    public void close(Path file) {
        security.set(file, fileRights());
    }

    /**
     * Closes every file of conf. Whoever owns a file may change its rights: so none is left to an owner that is not trusted.
     *
     * @throws WindowsException when one of them leads elsewhere
     */
    public void closeFiles() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(configuration())) {
            for (Path file : files) {
                if (security.isReparsePoint(file)) {
                    throw new WindowsException(file + " leads elsewhere. Nothing in this folder may: delete it, and"
                            + " repeat the command.");
                }
                close(file);
            }
        } catch (IOException e) {
            throw new WindowsException(configuration() + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private void ensure(Path path, String rights) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            security.set(path, rights);
        } else {
            security.create(path, rights);
        }
    }

    private void refuseUntrusted(Path path, boolean ownersAreKept) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (security.isReparsePoint(path)) {
            throw new WindowsException(
                    "The folder " + path + " was there already, and leads elsewhere. Somebody may want"
                            + " the connector to write there. Delete the link, and repeat the command.");
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new WindowsException(path + " is there, and is no folder. Rename it, and repeat the command.");
        }
        String owner = security.owner(path);
        if (ownersAreKept && !TRUSTED.contains(owner)) {
            throw new WindowsException("The folder " + path + " was there already, and belongs to "
                    + security.name(owner)
                    + ", not to SYSTEM or the administrators. Whoever made it may have put files of theirs into it. Look"
                    + " into it, then rename or delete it, and repeat the command; or, if everything in it is yours: takeown"
                    + " /F \"" + path + "\" /A");
        }
    }

    /** Owner: the administrators. Protected: what ProgramData grants to all users does not hold here. */
    private static String rights() {
        return "O:BAD:P"
                // SYSTEM runs the installer and Windows' own backup.
                + "(A;OICI;FA;;;SY)"
                // The administrators configure the connector, and read its logs.
                + "(A;OICI;FA;;;BA)"
                // The service reads its configuration, certificate and secrets. It changes none of them: whoever takes
                // it
                // over cannot make it trust or call somebody else at its next start.
                + "(A;OICI;0x1200a9;;;" + service() + ")";
    }

    /** As the folder above: nothing of its own, but nobody else's either. */
    private static String configurationRights() {
        return rights();
    }

    private static String logRights() {
        return rights()
                // The service writes its logs, rolls and deletes old ones.
                + "(A;OICI;0x1301bf;;;" + service() + ")";
    }

    /** What the folder grants, and nothing beside. */
    private static String fileRights() {
        return "O:BAD:P(A;;FA;;;SY)(A;;FA;;;BA)(A;;0x1200a9;;;" + service() + ")";
    }

    private static String service() {
        return ServiceSid.of(ConnectService.NAME);
    }
}
