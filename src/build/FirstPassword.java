import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;

/**
 * A step of the quick start: makes a random password for user admin, once, in a file of the data folder that only its owner can read.
 * Does nothing where {@code LECTERN_ADMIN_PASSWORD} gives one. Its argument is the data folder that holds if {@code LECTERN_DATA} names none.
 * The server includes the file (configDropins/overrides/quick-start.xml).
 */
class FirstPassword {

    /** No letters or digits that are mistaken for each other. 20 of these are more than 110 bits. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static void main(String[] arguments) throws IOException {
        if (isSet("LECTERN_ADMIN_PASSWORD")) {
            System.out.println("User admin signs in with the password from LECTERN_ADMIN_PASSWORD.");
            return;
        }
        var data = Path.of(isSet("LECTERN_DATA") ? System.getenv("LECTERN_DATA") : arguments[0]).toAbsolutePath().normalize();
        var file = data.resolve("first-password.xml");
        if (Files.notExists(file)) {
            Files.createDirectories(data);
            createForOwnerAlone(file);
            Files.writeString(file, """
                    <server>
                      <!-- The password of user admin. Delete this file to get a new one; LECTERN_ADMIN_PASSWORD, where set, wins. -->
                      <variable name="lectern.generated.password" defaultValue="%s"/>
                    </server>
                    """.formatted(random()));
        }
        System.out.println("User admin signs in with the password in " + file);
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    private static String random() {
        var password = new StringBuilder();
        new SecureRandom().ints(20, 0, ALPHABET.length()).forEach(index -> password.append(ALPHABET.charAt(index)));
        return password.toString();
    }

    /** The file is closed to others before anything is written into it. */
    private static void createForOwnerAlone(Path file) throws IOException {
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(file);
        var access = Files.getFileAttributeView(file, AclFileAttributeView.class);
        access.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(access.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }
}
