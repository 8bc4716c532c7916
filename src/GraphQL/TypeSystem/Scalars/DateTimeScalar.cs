using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GraphQL.TypeSystem.Scalars;

/// <summary>A moment, with its offset from UTC.</summary>
internal sealed partial class DateTimeScalar : TextScalar
{
    public DateTimeScalar()
        : base("DateTime", "RFC 3339 date and time")
    {
        Description = "A moment with its offset from UTC, such as 2026-03-29T12:00:00Z.";
        RuntimeType = typeof(DateTimeOffset);
        SpecifiedBy = "https://scalars.graphql.org/chillicream/date-time.html";
    }

    public override void Serialize(object value, Utf8JsonWriter writer)
    {
        var moment = value switch
        {
            DateTimeOffset at => at,
            DateTime { Kind: DateTimeKind.Utc or DateTimeKind.Local } at => new DateTimeOffset(at),
            _ => throw Cannot("non RFC 3339 date and time", value),
        };

        if (moment.Offset == TimeSpan.Zero)
            writer.WriteStringValue(moment.UtcDateTime);
        else
            writer.WriteStringValue(moment);
    }

    protected override object? Parse(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
