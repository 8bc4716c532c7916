namespace GraphQL.TypeSystem;

/// <summary>What a change of a schema means for clients that were written for the one before.</summary>
public enum SchemaImpact
{
    /// <summary>Every operation goes on as before.</summary>
    Safe,

    /// <summary>Operations stay valid, but a client may be given what it does not expect, such as a new value of an enum.</summary>
    Dangerous,

    /// <summary>An operation that was valid may not be, or its result may lack what it had.</summary>
    Breaking,
}
