import { useWords } from '../messages/language.tsx'

/** The other language, in its own words. */
export function LanguageButton() {
  const { t, language, setLanguage } = useWords()
  return (
    <button
      type="button"
      className="quiet-button"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      {t.switchLanguage}
    </button>
  )
}
