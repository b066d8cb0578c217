#include "model/base/cbor.h"
#include "model/document/documentcodec.h"
#include "model/exchange/excalidrawfile.h"
#include "tests/fuzz/fuzztargets.h"

namespace {

cbor::DecodeOptions optionsNumber(unsigned number)
{
    cbor::DecodeOptions options;
    options.allowFloats = (number & 1U) == 0;
    options.allowSimple = (number & 2U) == 0;
    options.allowBignums = (number & 4U) != 0;
    options.requireShortest = (number & 8U) == 0;
    options.maxDepth = (number & 16U) == 0 ? 64 : 129;
    return options;
}

/// What a view of a document writes must mean what it read.
template <typename View>
void checkView(const Document &document)
{
    const auto view = View::fromDocument(document);
    if (!view)
        return;
    const auto again = View::fromDocument(view->toDocument());
    must(again.has_value(), "a view reads what it wrote");
    must(encodeBody(again->toDocument()) == encodeBody(view->toDocument()),
         "a view writes the same twice");
}

} // namespace

void fuzzCbor(ic::BytesView input)
{
    const cbor::DecodeOptions options = optionsNumber(takeByte(input));
    const auto value = cbor::decode(input, options);
    if (!value)
        return;
    const cbor::Bytes encoded = cbor::encode(value.value());
    must(encoded.size() <= input.size(), "the shortest form is not longer");
    cbor::DecodeOptions all = optionsNumber(4);
    all.maxDepth = options.maxDepth;
    const auto again = cbor::decode(encoded, all);
    must(again.ok(), "what is encoded can be decoded");
    must(cbor::encode(again.value()) == encoded, "encoding is deterministic");
}

void fuzzDocument(ic::BytesView input)
{
    const std::uint8_t kind = takeByte(input);
    const QByteArray body = ic::toQByteArray(input);
    const Document document = documentFromBody(DocumentId(QStringLiteral("abc-1/x")),
                                               kindName(DocumentKind(kind % 8)),
                                               kind >= 128,
                                               1,
                                               body);
    must(document.opaqueBody.isEmpty() || document.opaqueBody == body,
         "a body that cannot be read is kept");
    checkView<Note>(document);
    checkView<Drawing>(document);
    checkView<DrawingElement>(document);
    checkView<Notebook>(document);
    checkView<Tag>(document);
    checkView<Attachment>(document);
    const QByteArray encoded = encodeBody(document);
    const Document again =
        documentFromBody(document.id, document.kind, document.deleted, document.schema, encoded);
    must(encodeBody(again) == encoded, "a body survives being stored");
    must(contentHash(encoded, false) == contentHash(encodeBody(again), false),
         "equal states have equal hashes");
}

void fuzzExcalidraw(ic::BytesView input)
{
    const auto scene = readExcalidraw(ic::toQByteArray(input));
    if (!scene)
        return;
    const auto again = readExcalidraw(writeExcalidraw(scene.value()));
    must(again.ok(), "what is written can be read");
    must(again.value().elements.size() == scene.value().elements.size(), "no element is lost");
}
