using System.Security.Cryptography;
using Engagement.Participants;

namespace Engagement.Tests.Privacy;

public sealed class WhenTheKeyEncryptionKeyChanges
{
    private readonly byte[] _old = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _new = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void The_first_one_wraps_and_all_are_known_by_name()
    {
        var keys = new KeyEncryptionKeys(_new, _old);

        keys.Current.Id.ShouldBe(new KeyEncryptionKey(_new).Id);
        keys.Named(new KeyEncryptionKey(_old).Id).Id.ShouldBe(new KeyEncryptionKey(_old).Id);
    }

    [Fact]
    public void A_key_that_another_process_has_brought_is_asked_for()
    {
        var there = new List<byte[]> { _old };
        var keys = new KeyEncryptionKeys(() => [.. there]);

        there.Insert(0, _new);

        keys.Named(new KeyEncryptionKey(_new).Id).Id.ShouldBe(keys.Current.Id);
    }

    [Fact]
    public void A_key_that_is_missing_is_named()
    {
        var id = new KeyEncryptionKey(_old).Id;

        Should.Throw<KeyEncryptionKeyMissingException>(() => new KeyEncryptionKeys(_new).Named(id)).Message.ShouldContain(id);
    }
}
