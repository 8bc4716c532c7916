namespace EventStore;

/// <summary>What is known of a document type without its generic parameter.</summary>
internal abstract class DocumentType(Type type, string schema, StreamIdentity identity)
{
    public Type Type { get; } = type;

    /// <summary>What its documents are identified by.</summary>
    public StreamIdentity Identity { get; } = identity;

    public string TableName { get; } = $"mt_doc_{NameAlias.ForDocument(type)}";
    public string QualifiedTableName => $"{schema}.{TableName}";
}
