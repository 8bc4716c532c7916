namespace Engagement.Participants;

/// <summary>
/// The key-encryption keys: the first wraps, the others only open what they wrapped before. They are asked for again when a subject's key turns up
/// that none of them has wrapped, because another process may have brought a new one meanwhile.
/// </summary>
public sealed class KeyEncryptionKeys
{
    private readonly Func<IReadOnlyList<byte[]>> _source;
    private volatile KeyEncryptionKey[] _keys;

    /// <param name="source">Gives all keys, the current one first: from files, the environment or a command.</param>
    public KeyEncryptionKeys(Func<IReadOnlyList<byte[]>> source)
    {
        _source = source;
        _keys = Load();
    }

    public KeyEncryptionKeys(params byte[][] keys) : this(() => keys)
    {
    }

    /// <summary>The one that wraps.</summary>
    public KeyEncryptionKey Current => _keys[0];

    /// <summary>The names of all, the current one first.</summary>
    public IReadOnlyList<string> Ids => [.. _keys.Select(key => key.Id)];

    /// <summary>Asks for the keys again.</summary>
    public void Reload() => _keys = Load();

    /// <exception cref="KeyEncryptionKeyMissingException">None of them has this name.</exception>
    internal KeyEncryptionKey Named(string id)
    {
        if (Find(id) is { } known)
            return known;

        Reload();
        return Find(id) ?? throw new KeyEncryptionKeyMissingException(id);
    }

    private KeyEncryptionKey? Find(string id) => Array.Find(_keys, key => key.Id == id);

    private KeyEncryptionKey[] Load()
    {
        KeyEncryptionKey[] keys = [.. _source().Select(key => new KeyEncryptionKey(key)).DistinctBy(key => key.Id)];
        return keys.Length > 0 ? keys : throw new ArgumentException("There is no key-encryption key.");
    }
}
