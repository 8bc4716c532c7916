using System.Globalization;
using System.Text.Json;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A day of the calendar.</summary>
internal sealed class DateScalar : TextScalar
{
    private const string Format = "yyyy-MM-dd";

    public DateScalar()
        : base("Date", "ISO 8601 date")
    {
        Description = "A day of the calendar, such as 2026-03-29.";
        RuntimeType = typeof(DateOnly);
        SpecifiedBy = "https://scalars.graphql.org/chillicream/local-date.html";
    }

    public override void Serialize(object value, Utf8JsonWriter writer) => writer.WriteStringValue(
        value is DateOnly day ? day.ToString(Format, CultureInfo.InvariantCulture) : throw Cannot("non ISO 8601 date", value));

    protected override object? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
