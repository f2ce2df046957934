package com.clientpay.connect.diagnostics.bundle;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every text that stands in this program itself, read from its own class files (JVM specification, 4.4: the constant pool).
 * What a message has of the program is known by it, and so is what it has of elsewhere. The compiler keeps a text put
 * together of parts as one, with a character U+0001 for each value.
 *
 * @param texts every one
 * @param classes the simple names of the classes
 */
record ProgramText(Set<String> texts, Set<String> classes) {
    private static final String ROOT = "com/clientpay/connect";
    /** The made-up firm's names look like those of real ones. */
    private static final String DEMO = ROOT + "/demo/";

    private static final int UTF8 = 1;
    private static final int STRING = 8;

    /** Nothing when the class files are not where they are expected: then nothing is known. */
    static ProgramText read() {
        CodeSource source = ProgramText.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new ProgramText(Set.of(), Set.of());
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                return read(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return read(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            return new ProgramText(Set.of(), Set.of());
        }
    }

    private static ProgramText read(Path root) throws IOException {
        Set<String> texts = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file ->
                            !root.relativize(file).toString().replace('\\', '/').startsWith(DEMO))
                    .toList();
            for (Path file : classes) {
                names.add(file.getFileName().toString().replaceFirst("\\.class$", ""));
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    texts.addAll(constants(new DataInputStream(in)));
                }
            }
        }
        return new ProgramText(texts, names);
    }

    private static Set<String> constants(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        String[] utf8 = new String[count];
        Set<Integer> strings = new HashSet<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> utf8[i] = in.readUTF();
                case STRING -> strings.add(in.readUnsignedShort());
                case 7, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // long and double take two places
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        Set<String> texts = new HashSet<>();
        strings.forEach(index -> texts.add(utf8[index]));
        return texts;
    }
}
