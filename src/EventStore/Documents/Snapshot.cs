namespace EventStore;

/// <summary>A document as it is in the database.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">Its <c>mt_version</c>.</param>
/// <param name="Written">
/// The transaction that wrote it (PostgreSQL's xmin): it differs whenever anybody has written the document since, also when a rebuild gave it the same version.
/// </param>
internal readonly record struct Snapshot<T>(T Document, long Version, uint Written = 0) where T : class;
