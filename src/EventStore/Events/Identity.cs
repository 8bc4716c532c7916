using Npgsql;

namespace EventStore;

/// <summary>
/// What a stream or a document is known by: a Guid, or a text chosen by the caller. Both convert to it by themselves, so that a caller
/// just gives what it has; all streams of a store are of the kind that <see cref="EventOptions.StreamIdentity"/> says.
/// </summary>
public readonly record struct Identity
{
    /// <summary>The longest text in characters. PostgreSQL refuses index entries of more than 2,700 bytes, and three bytes are the most one takes.</summary>
    public const int MaxKeyLength = 600;

    private readonly Guid _guid;

    /// <summary>Makes one from a Guid.</summary>
    public Identity(Guid guid) => _guid = guid;

    /// <summary>Makes one from a text.</summary>
    public Identity(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Key = key;
    }

    /// <summary>The text; null when it is a Guid.</summary>
    public string? Key { get; }

    /// <summary>The Guid; empty when it is a text.</summary>
    public Guid Guid => _guid;

    internal bool IsEmpty => Key is null ? _guid == Guid.Empty : string.IsNullOrWhiteSpace(Key);

    internal StreamIdentity Kind => Key is null ? StreamIdentity.AsGuid : StreamIdentity.AsString;

    /// <summary>Takes a Guid for what it identifies.</summary>
    public static implicit operator Identity(Guid guid) => new(guid);

    /// <summary>Takes a text for what it identifies.</summary>
    public static implicit operator Identity(string key) => new(key);

    /// <summary>The Guid or the text.</summary>
    public override string ToString() => Key ?? _guid.ToString();

    internal static Identity Of(IEvent e) => e.StreamKey is { } key ? new Identity(key) : new Identity(e.StreamId);

    internal static Identity Of<TId>(TId id) where TId : notnull => id switch
    {
        Guid guid => new Identity(guid),
        string key => new Identity(key),
        Identity identity => identity,
        _ => throw new InvalidStoreUseException("IDENTITY_TYPE_UNKNOWN", $"'{typeof(TId)}' cannot identify a stream or a document: use Guid or string."),
    };

    internal TId As<TId>() => Key is null ? (TId)(object)_guid : (TId)(object)Key;

    internal NpgsqlParameter ToParameter() => Key is null ? Parameter.Of(_guid) : Parameter.Of(Key);

    /// <summary>Several of one kind, as one array.</summary>
    internal static NpgsqlParameter ToParameter(IReadOnlyCollection<Identity> identities, StreamIdentity kind) =>
        kind == StreamIdentity.AsGuid
            ? Parameter.Of([.. identities.Select(one => one.Guid)])
            : Parameter.Of((string[])[.. identities.Select(one => one.Key!)]);

    internal static Identity Read(NpgsqlDataReader reader, int column, StreamIdentity kind) =>
        kind == StreamIdentity.AsGuid ? new Identity(reader.GetGuid(column)) : new Identity(reader.GetString(column));

    /// <exception cref="InvalidStoreUseException">It is empty, too long, or of the wrong kind for the store.</exception>
    internal void Validate(StreamIdentity expected)
    {
        if (IsEmpty) throw new InvalidStoreUseException("STREAM_ID_EMPTY", "A stream needs an identity: neither the empty Guid nor an empty text is one.");
        ValidateKind(expected);
    }

    /// <exception cref="InvalidStoreUseException">It cannot be asked for in the store.</exception>
    internal void ValidateKind(StreamIdentity expected)
    {
        if (Kind != expected)
        {
            throw new InvalidStoreUseException(
                "STREAM_IDENTITY_MISMATCH",
                $"Stream '{this}' is named by {Name(Kind)}, but the streams of this store are identified by {Name(expected)} (Events.StreamIdentity).");
        }

        if (Key is { } key && (key.Length > MaxKeyLength || !Text.CanBeKept(key)))
            throw new InvalidStoreUseException("STREAM_KEY_INVALID", $"A stream's key has at most {MaxKeyLength} characters, none of them NUL or half of one; this one has {key.Length}.");
    }

    private static string Name(StreamIdentity kind) => kind == StreamIdentity.AsGuid ? "a Guid" : "a text";
}
