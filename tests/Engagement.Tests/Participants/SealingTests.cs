using System.Security.Cryptography;
using System.Text;
using Engagement.Participants;

namespace Engagement.Tests.Participants;

public sealed class SealingTests
{
    private const string Words = "We waited 60 weeks for a plan — päivää 🌱";
    private readonly Guid _subject = Guid.NewGuid();
    private readonly KeyEncryptionKey _keyEncryptionKey = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void Sealed_words_open_with_the_subjects_key()
    {
        var key = SubjectKey.Generate(_subject);

        key.Open(key.Seal(Words)).ShouldBe(Words);
    }

    [Fact]
    public void Sealed_words_cannot_be_read()
    {
        var text = SubjectKey.Generate(_subject).Seal(Words);

        Encoding.UTF8.GetString(Convert.FromBase64String(text.Cipher)).ShouldNotContain("weeks");
    }

    [Fact]
    public void The_same_words_look_different_every_time()
    {
        var key = SubjectKey.Generate(_subject);

        key.Seal(Words).Cipher.ShouldNotBe(key.Seal(Words).Cipher);
    }

    [Fact]
    public void Altered_words_do_not_open()
    {
        var key = SubjectKey.Generate(_subject);
        var bytes = Convert.FromBase64String(key.Seal(Words).Cipher);
        bytes[^1] ^= 1;

        Should.Throw<CryptographicException>(() => key.Open(new PersonalText(_subject, Convert.ToBase64String(bytes))));
    }

    [Fact]
    public void A_wrapped_key_opens_only_for_its_own_subject()
    {
        var key = SubjectKey.Generate(_subject);
        var wrapped = key.WrappedBy(_keyEncryptionKey);
        var unwrapped = new SubjectKey(_subject, _keyEncryptionKey.Unwrap(_subject, wrapped));

        unwrapped.Open(key.Seal(Words)).ShouldBe(Words);
        Should.Throw<CryptographicException>(() => _keyEncryptionKey.Unwrap(Guid.NewGuid(), wrapped));
    }

    [Fact]
    public void Another_key_encryption_key_opens_nothing()
    {
        var wrapped = SubjectKey.Generate(_subject).WrappedBy(_keyEncryptionKey);

        Should.Throw<CryptographicException>(() => new KeyEncryptionKey(RandomNumberGenerator.GetBytes(32)).Unwrap(_subject, wrapped));
    }

    [Fact]
    public void A_short_key_encryption_key_is_refused() => Should.Throw<ArgumentException>(() => new KeyEncryptionKey(new byte[16]));
}
