using System.Text.Json;

namespace Engagement.Web.Staff;

/// <summary>The names that the schema has for what can be chosen.</summary>
internal static class SchemaNames
{
    public static string InSchema<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
