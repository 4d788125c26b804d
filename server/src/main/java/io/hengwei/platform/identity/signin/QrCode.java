package io.hengwei.platform.identity.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A text as a picture that a telephone reads: an SVG of one path.
final class QrCode {
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            2);

    private QrCode() {}

    static String svg(String text) {
        try {
            var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            var path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++)
                for (int x = 0; x < dots.getWidth(); x++)
                    if (dots.get(x, y))
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(dots.getWidth(), dots.getHeight(), dots.getWidth(), dots.getHeight(), path);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
