using System.Collections.Immutable;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Keeps the keys of the framework in memory: nothing is signed or encrypted for a visitor, so no key is worth a file.</summary>
internal sealed class ForgottenKeys : IXmlRepository
{
    private ImmutableArray<XElement> _keys = [];

    /// <summary>Puts the framework's keys here, so that starting the site writes nothing into anybody's home and warns of nothing.</summary>
    public static void Use(KeyManagementOptions options)
    {
        options.XmlRepository = new ForgottenKeys();
        options.XmlEncryptor = new NullXmlEncryptor();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() => _keys;

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => ImmutableInterlocked.Update(ref _keys, static (keys, key) => keys.Add(key), element);
}
