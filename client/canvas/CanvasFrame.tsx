import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type TLComponents, type TLStore, TldrawEditor, type TldrawOptions, TldrawUi } from 'tldraw';
import 'tldraw/tldraw.css';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useTheme } from '../ui/theme.ts';
import { assetUrls } from './asset-urls.ts';
import type { TextBinding } from './binding/rich-text.ts';
import styles from './CanvasFrame.module.css';
import { CardSurroundings } from './card-shapes/CardSurroundings.tsx';
import { noSurroundings, type Surroundings } from './card-shapes/surroundings.ts';
import { bindingUtils, shapeUtils, tools } from './shape-utils.ts';
import type { CanvasUi } from './ui/canvas-ui.ts';
import { uiOverrides } from './ui/overrides.ts';
import { useCanvasTexts } from './ui/use-canvas-texts.ts';
import { createCanvasUser, type Me } from './user.ts';

interface CanvasFrameProps {
  readonly store: TLStore;
  readonly text: TextBinding;
  readonly me: Me;
  readonly components: TLComponents;
  readonly options: Partial<TldrawOptions>;
  readonly ui?: CanvasUi | undefined;
  /** What cards are drawn with beside what is on the board. */
  readonly surroundings?: Surroundings | undefined;
  readonly initialTool: 'select' | 'hand';
  /** tldraw's licence key, where the operator has one. */
  readonly licenseKey: string | undefined;
  /** Drawn inside the canvas, with tldraw's editor at hand. */
  readonly children: ReactNode;
}

/** tldraw with our shapes, texts and files, in the language and theme of the page. What it shows is the store's business. */
export function CanvasFrame(props: CanvasFrameProps) {
  const { store, text, me, components, options, ui, surroundings, initialTool, licenseKey, children } = props;
  const theme = useTheme();
  const { language } = useLanguage();
  const [allTools] = useState(() => [...tools, ...(ui?.tools ?? [])]);
  const texts = useCanvasTexts(language);
  const [uiAtFirst] = useState(ui);
  const overrides = useMemo(
    () => [uiOverrides, ...(uiAtFirst === undefined ? [] : [uiAtFirst.overrides]), texts],
    [uiAtFirst, texts],
  );
  const [account] = useState(() => createCanvasUser(me, { theme, language }));
  useEffect(() => {
    account.follow({ theme, language });
  }, [account, theme, language]);
  return (
    <div className={styles.canvas}>
      <TldrawEditor
        store={store}
        user={account.user}
        shapeUtils={shapeUtils}
        bindingUtils={bindingUtils}
        tools={allTools}
        initialState={initialTool}
        components={components}
        options={options}
        textOptions={text.textOptions}
        assetUrls={assetUrls}
        {...(licenseKey !== undefined && { licenseKey })}
      >
        <TldrawUi components={components} overrides={overrides} assetUrls={assetUrls}>
          <CardSurroundings surroundings={surroundings ?? noSurroundings}>{children}</CardSurroundings>
        </TldrawUi>
      </TldrawEditor>
    </div>
  );
}
