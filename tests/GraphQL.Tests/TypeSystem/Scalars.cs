using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.TypeSystem;

public sealed class Scalars
{
    private static readonly SchemaDefinition Schema = SchemaBuilder.FromSdl("""
        type Query { a: Int b: Float c: String d: Boolean e: ID f: Long g: UUID h: DateTime i: Date j: Decimal k: JSON l: State }
        enum State { OPEN CLOSED }
        """).Build();

    [Theory]
    [InlineData("Int", "2147483647", "2147483647")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "1.5e3", "1500")]
    [InlineData("String", "\"é\"", "\"\\u00E9\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("ID", "\"a\"", "\"a\"")]
    [InlineData("ID", "12345678901234567890", "\"12345678901234567890\"")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("UUID", "\"123e4567-e89b-12d3-a456-426614174000\"", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    [InlineData("DateTime", "\"2026-03-29T12:00:00Z\"", "\"2026-03-29T12:00:00Z\"")]
    [InlineData("DateTime", "\"2026-03-29T12:00:00.5+02:00\"", "\"2026-03-29T12:00:00.5+02:00\"")]
    [InlineData("Date", "\"2026-03-29\"", "\"2026-03-29\"")]
    [InlineData("Decimal", "0.1000", "0.1000")]
    [InlineData("JSON", "{a: [1, \"b\", null]}", "{\"a\":[1,\"b\",null]}")]
    public void A_literal_is_read_and_written_as_JSON(string scalar, string literal, string json) =>
        Write(scalar, Scalar(scalar).ParseLiteral(GraphQLParser.ParseValue(literal))!).ShouldBe(json);

    [Theory]
    [InlineData("Int", "1.0", "1")]
    [InlineData("Int", "-5", "-5")]
    [InlineData("Float", "1", "1")]
    [InlineData("String", "\"a\"", "\"a\"")]
    [InlineData("ID", "7", "\"7\"")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Date", "\"2026-03-29\"", "\"2026-03-29\"")]
    [InlineData("JSON", "{\"a\":[1,\"b\",null]}", "{\"a\":[1,\"b\",null]}")]
    public void A_variable_is_read_and_written_as_JSON(string scalar, string variable, string json)
    {
        using var document = JsonDocument.Parse(variable);

        Write(scalar, Scalar(scalar).ParseValue(document.RootElement)!).ShouldBe(json);
    }

    [Theory]
    [InlineData("Int", "2147483648")]
    [InlineData("Int", "1.0")]
    [InlineData("Int", "\"1\"")]
    [InlineData("Float", "1e400")]
    [InlineData("Float", "\"1\"")]
    [InlineData("String", "1")]
    [InlineData("Boolean", "1")]
    [InlineData("ID", "1.5")]
    [InlineData("Long", "9223372036854775808")]
    [InlineData("UUID", "\"123\"")]
    [InlineData("DateTime", "\"2026-03-29\"")]
    [InlineData("DateTime", "\"2026-03-29T12:00:00\"")]
    [InlineData("DateTime", "\"2026-13-29T12:00:00Z\"")]
    [InlineData("Date", "\"29.03.2026\"")]
    [InlineData("Decimal", "\"1\"")]
    public void A_literal_of_another_kind_is_refused(string scalar, string literal) =>
        Should.Throw<ValueCoercionException>(() => Scalar(scalar).ParseLiteral(GraphQLParser.ParseValue(literal))).Message.ShouldStartWith($"{scalar} cannot represent");

    [Theory]
    [InlineData("Int", "1.5")]
    [InlineData("Int", "1e100")]
    [InlineData("Int", "\"1\"")]
    [InlineData("Float", "1e400")]
    [InlineData("String", "1")]
    [InlineData("Boolean", "\"true\"")]
    [InlineData("ID", "1.5")]
    [InlineData("Long", "1.5")]
    [InlineData("UUID", "1")]
    [InlineData("DateTime", "1")]
    public void A_variable_of_another_kind_is_refused(string scalar, string variable)
    {
        using var document = JsonDocument.Parse(variable);

        Should.Throw<ValueCoercionException>(() => Scalar(scalar).ParseValue(document.RootElement)).Message.ShouldStartWith($"{scalar} cannot represent");
    }

    [Fact]
    public void A_moment_is_written_with_its_offset_and_no_empty_decimals()
    {
        Write("DateTime", DateTimeOffset.Parse("2026-03-29T12:00:00+02:00", CultureInfo.InvariantCulture)).ShouldBe("\"2026-03-29T12:00:00+02:00\"");
        Write("DateTime", new DateTime(2026, 3, 29, 12, 0, 0, DateTimeKind.Utc)).ShouldBe("\"2026-03-29T12:00:00Z\"");
    }

    [Fact]
    public void An_enum_stands_for_NET_values()
    {
        var type = new EnumType("Weekday") { Values = { new EnumValueDefinition("MONDAY", DayOfWeek.Monday), new EnumValueDefinition("SUNDAY", DayOfWeek.Sunday) } };
        new SchemaBuilder().AddType(type).AddType(new ObjectType("Query") { Fields = { new FieldDefinition("day", "Weekday") } }).Build();

        type.ParseLiteral(new EnumValueNode("SUNDAY")).ShouldBe(DayOfWeek.Sunday);
        Json(writer => type.Serialize(DayOfWeek.Monday, writer)).ShouldBe("\"MONDAY\"");
        Should.Throw<ValueCoercionException>(() => type.ParseLiteral(new EnumValueNode("FRIDAY"))).Message.ShouldBe("Value \"FRIDAY\" does not exist in \"Weekday\" enum.");
        Should.Throw<ValueCoercionException>(() => type.ParseLiteral(new StringValueNode("SUNDAY")));
        Should.Throw<ValueCoercionException>(() => Json(writer => type.Serialize(DayOfWeek.Friday, writer)));
    }

    private static ScalarType Scalar(string name) => (ScalarType)Schema.GetType(name)!;

    private static string Write(string scalar, object value) => Json(writer => Scalar(scalar).Serialize(value, writer));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
