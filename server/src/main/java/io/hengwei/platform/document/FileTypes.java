package io.hengwei.platform.document;

import io.hengwei.platform.document.DocumentSettings.Kinds;
import io.hengwei.platform.shared.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/// What a file is, by its content: a name may not promise something else. Nothing is ever unpacked.
final class FileTypes {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final int LOOKED_AT = 64 * 1024;
    private static final MediaType OLE = MediaType.application("x-tika-msoffice");
    private static final Set<String> SHOWN_AS_THEY_ARE =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff", "application/pdf");
    private static final Set<String> OFFICE = Set.of("doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp");

    private FileTypes() {}

    /// The type under which the file may leave us again; refused when the kind is not wanted or the content is not what
    /// the name says.
    static String check(String name, Path file, Kinds allowed) {
        var extension = FileName.extension(name);
        if (!allowed.extensions().contains(extension))
            throw Refused.invalid(
                    "file-kind", extension.isEmpty() ? "?" : extension, String.join(" ", allowed.extensions()));
        var content = byContent(file);
        var promised = byName(name);
        if (!agree(content, promised)) throw Refused.invalid("file-content", name, content.toString());
        return outgoing(extension, content, promised);
    }

    private static boolean agree(MediaType content, MediaType promised) {
        if (content.equals(promised)) return true;
        if (content.equals(MediaType.OCTET_STREAM)) return false;
        if (isText(content)) return isText(promised) || promised.equals(MediaType.OCTET_STREAM);
        if (promised.equals(MediaType.OCTET_STREAM)) return content.equals(OLE);
        return TYPES.getMediaTypeRegistry().isSpecializationOf(promised, content)
                || TYPES.getMediaTypeRegistry().isSpecializationOf(content, promised);
    }

    /// HTML and its like are only ever text here; what no browser and no office program is known to open safely is
    /// plain bytes.
    private static String outgoing(String extension, MediaType content, MediaType promised) {
        if (SHOWN_AS_THEY_ARE.contains(content.toString())) return content.toString();
        if (isText(content)) return "text/plain";
        return OFFICE.contains(extension) ? promised.toString() : "application/octet-stream";
    }

    private static boolean isText(MediaType type) {
        return type.equals(MediaType.TEXT_PLAIN)
                || TYPES.getMediaTypeRegistry().isSpecializationOf(type, MediaType.TEXT_PLAIN);
    }

    private static MediaType byName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return base(TYPES.getMimeType(lower).getType());
    }

    private static MediaType byContent(Path file) {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var type = base(TYPES.detect(bytes, new Metadata()));
            return type.equals(MediaType.OCTET_STREAM) && isTextOfSomeEncoding(bytes.readNBytes(LOOKED_AT))
                    ? MediaType.TEXT_PLAIN
                    : type;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Chinese in GBK looks like no text to the detector; what has no control characters is text.
    private static boolean isTextOfSomeEncoding(byte[] start) {
        for (byte b : start) {
            if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) return false;
        }
        return true;
    }

    private static MediaType base(MediaType type) {
        return TYPES.getMediaTypeRegistry().normalize(type.getBaseType());
    }
}
