package io.slipway.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals secrets with AES-256-GCM before they are written, each bound to its name so that none can take another's place. */
final class Seal {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key is not 32 bytes in Base64 */
    Seal(String key) {
        byte[] bytes = Base64.getDecoder().decode(key.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "slipway.store.key must be 32 bytes in Base64, such as `openssl rand -base64 32` prints; it has "
                            + bytes.length + " bytes.");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** The key that is kept in a file, made at the first start; readable by its owner only where the system can do that. */
    static Seal of(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Seal(Files.exists(file) ? Files.readString(file) : create(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the key file " + file, e);
        }
    }

    private static String create(Path file) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        String key = Base64.getEncoder().encodeToString(bytes);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        try (var channel = posix
                ? Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(key));
            return key;
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return Files.readString(file);
        }
    }

    String seal(String name, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = crypt(Cipher.ENCRYPT_MODE, nonce, name, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + closed.length)
                        .put(nonce)
                        .put(closed)
                        .array());
    }

    /** @throws IllegalStateException when it was sealed with another key or under another name, or was changed */
    String open(String name, String closed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(closed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, name, rest), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, String name, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret " + name + " cannot be sealed or opened with this key", e);
        }
    }
}
