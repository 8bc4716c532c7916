using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A file. It comes beside the JSON of a request, where the variables have null, so no JSON and no literal is one.</summary>
internal sealed class UploadScalar : ScalarType
{
    public UploadScalar()
        : base("Upload")
    {
        Description = "A file, given as a variable of a multipart request.";
        RuntimeType = typeof(IFile);
        SpecifiedBy = "https://github.com/jaydenseric/graphql-multipart-request-spec";
    }

    public override object? ParseLiteral(ValueNode literal) => throw new ValueCoercionException("A file is given as a variable and not in the document.");

    public override object? ParseValue(JsonElement value) =>
        throw new ValueCoercionException("A file is sent as a part of multipart/form-data, with null in the variables where it stands.");

    public override void Serialize(object value, Utf8JsonWriter writer) => throw Cannot("a file as a", "result");
}
