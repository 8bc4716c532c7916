namespace GraphQL.TypeSystem;

/// <summary>The stable codes of errors in a schema.</summary>
public static class SchemaErrorCodes
{
    /// <summary>The schema breaks a rule of the specification's section 3.</summary>
    public const string InvalidSchema = "SCHEMA_INVALID";
}
